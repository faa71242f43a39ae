package guichet.lint;

import static guichet.lint.Severity.ADVICE;
import static guichet.lint.Severity.ERROR;
import static guichet.lint.Severity.WARNING;

import java.util.function.Predicate;

/** The rules of the linter; none ever changes its meaning. */
enum Rule {
    G001(
            ERROR,
            "RFC 9700 §2.4",
            "the password grant hands people's passwords to the application",
            "use authorization_code with PKCE",
            it -> it.hasGrantType("password")),
    G002(
            ERROR,
            "RFC 9700 §2.1.2",
            "the implicit grant sends tokens through the address bar",
            "use the response type code, with PKCE",
            it -> it.hasGrantType("implicit") || it.wantsTokenFromAuthorization()),
    G003(
            ERROR,
            "RFC 9700 §2.6",
            "a redirect address sends codes over the network unencrypted",
            "use https",
            it -> it.hasHttpRedirectTo(false)),
    G004(
            ERROR,
            "RFC 9700 §2.1",
            "a redirect address with a wildcard leads wherever an attacker can write",
            "register each address in full",
            it -> it.redirectUris().stream().anyMatch(uri -> uri.contains("*"))),
    G005(
            ERROR,
            "RFC 8252 §8.5",
            "a secret in an application on people's devices is nobody's secret",
            "set token_endpoint_auth_method to none: PKCE protects the code",
            it -> it.isNative() && it.sharesSecret()),
    G006(
            ERROR,
            "RFC 7517 §9.2",
            "jwks holds a private or symmetric key",
            "replace that key, and send the public half of the new one",
            Registration::hasPrivateKey),
    G007(
            WARNING,
            "RFC 8252 §8.3",
            "the name localhost may lead off the machine",
            "use http://127.0.0.1 or http://[::1]",
            it -> it.hasRedirectToHost("localhost")),
    G008(
            WARNING,
            "RFC 8252 §7.3",
            "a loopback address over http is for applications on people's devices",
            "register it for development only, or set application_type to native",
            it -> it.hasHttpRedirectTo(true) && !it.isNative()),
    G009(
            WARNING,
            "RFC 9700 §4.15",
            "one client acts for people and as itself: an API may take one for the other",
            "register two clients",
            it -> it.actsForPeople() && it.hasGrantType("client_credentials")),
    G010(
            WARNING,
            "RFC 9700 §2.3",
            "without scope the client may ask for everything on offer",
            "name the scopes that it needs",
            it -> !it.has("scope")),
    G011(
            WARNING,
            "RFC 6749 §2.3.1",
            "a secret in the body ends up in more logs than one in the header",
            "use client_secret_basic, or private_key_jwt",
            it -> it.authenticationMethod().equals("client_secret_post")),
    G012(
            ADVICE,
            "RFC 9700 §2.5",
            "a shared secret can leak from either side",
            "use private_key_jwt",
            it -> it.sharesSecret() && !it.isNative()),
    G013(
            WARNING,
            "RFC 9700 §2.1.1",
            "nothing holds this confidential client to PKCE",
            "set require_pkce to true, and send a code_challenge",
            it -> it.mayLeavePkceOut()),
    G014(
            ADVICE,
            "RFC 8252 §7.2",
            "an https address leads to a browser unless the system hands it to the application that claims it",
            "claim the address for the application, or use a loopback address",
            it -> it.isNative() && it.hasHttpsRedirect()),
    G015(
            WARNING,
            "RFC 8252 §7.1",
            "any application can take a scheme that is not made of a domain",
            "use a domain of yours turned round, such as com.example.app:/cb",
            Registration::hasRedirectToSchemeWithoutDomain),
    G016(
            WARNING,
            "OpenID Connect Dynamic Client Registration §2",
            "a private-use scheme leads to an application on a device, not on the web",
            "set application_type to native",
            it -> it.isCalledWeb() && it.hasRedirectToDevice()),
    G017(
            ERROR,
            "RFC 7591 §2",
            "people are sent back to an address, and redirect_uris has none: it will be refused",
            "name one address or more, or leave authorization_code and implicit out of grant_types",
            it -> it.leadsBack() && it.hasNoRedirectUris());

    private final Severity severity;
    private final String source;
    private final String fault;
    private final String fix;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final Predicate<Registration> isBroken;

    Rule(
            Severity severity,
            String source,
            String fault,
            String fix,
            Predicate<Registration> isBroken) {
        this.severity = severity;
        this.source = source;
        this.fault = fault;
        this.fix = fix;
        this.isBroken = isBroken;
    }

    boolean isBrokenBy(Registration registration) {
        return isBroken.test(registration);
    }

    /** What is said of a registration that breaks it. */
    Finding finding() {
        return new Finding(name(), severity, source, fault, fix);
    }
}

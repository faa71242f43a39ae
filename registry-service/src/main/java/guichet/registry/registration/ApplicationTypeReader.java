package guichet.registry.registration;

import guichet.oauth.Reason;
import guichet.registry.registration.Reading.LeftOut;
import guichet.registryclient.ApplicationType;
import java.util.List;

/**
 * Reads on what an application runs, OpenID Connect Dynamic Client Registration §2. An application
 * on a device may have web addresses beside its own scheme and loopback, RFC 8252 §7.2: the system
 * hands them to the application that claims them.
 */
final class ApplicationTypeReader {
    private static final String MEMBER = "application_type";

    private static final LeftOut<ApplicationType> UNKNOWN =
            new LeftOut<>(Reason.METADATA_UNSUPPORTED, "must be web or native");
    private static final LeftOut<ApplicationType> ON_A_DEVICE =
            new LeftOut<>(
                    Reason.METADATA_CONTRADICTORY,
                    "redirect_uris has a private-use scheme, which leads to an application on a"
                            + " device: it is native");

    private ApplicationTypeReader() {}

    /** The type named, or the one that the redirect addresses tell. */
    static ApplicationType asked(MetadataFields fields, List<String> redirectUris) {
        return fields.oneOf(MEMBER, ApplicationType::find, UNKNOWN)
                .orElse(leadToDevice(redirectUris) ? ApplicationType.NATIVE : ApplicationType.WEB);
    }

    /**
     * The type asked for, unless the redirect addresses tell another. What the section forbids the
     * web is the implicit flow there: see {@link Flows#safe}.
     */
    static ApplicationType taken(
            MetadataFields fields, ApplicationType asked, List<String> redirectUris) {
        if (asked == ApplicationType.WEB && leadToDevice(redirectUris)) {
            fields.leaveOut(MEMBER, asked.toString(), ON_A_DEVICE);
            return ApplicationType.NATIVE;
        }
        return asked;
    }

    private static boolean leadToDevice(List<String> redirectUris) {
        return redirectUris.stream().anyMatch(RedirectAddress::isPrivateUse);
    }
}

package guichet.resource;

import static java.util.stream.Collectors.joining;

import guichet.oauth.BearerChallenge;
import guichet.oauth.OAuthError;
import guichet.oauth.OAuthException;
import guichet.oauth.RefusalLog;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ExceptionUnwrapStrategy;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.UnwrapException;
import org.jspecify.annotations.Nullable;

/**
 * Answers refusals, RFC 6750 §3, those of Quarkus' own rules among them, unless the application has
 * mappers of its own for them.
 */
@Singleton
@UnwrapException(
        value = AuthenticationFailedException.class,
        strategy = ExceptionUnwrapStrategy.ALWAYS) // it has a refusal in it
class RefusalMapper {
    private final String issuer;
    private final BearerChallenge api;

    RefusalMapper(ResourceConfig config, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
        this.api = ResourceMetadata.challenge(config);
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    RestResponse<Map<String, String>> missing(ResourceInfo endpoint) {
        return answer(TokenFault.MISSING, endpoint);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    RestResponse<Map<String, String>> insufficient(ResourceInfo endpoint) {
        return answer(TokenFault.INSUFFICIENT, endpoint);
    }

    private RestResponse<Map<String, String>> answer(OAuthError fault, ResourceInfo endpoint) {
        String scope = permissions(endpoint.getResourceMethod());
        BearerChallenge challenge = scope.isEmpty() ? api : api.with("scope", scope);
        return answer(fault.withChallenge(challenge).refuse());
    }

    /** Of a method; there is none yet where a path policy refuses. */
    private static String permissions(@Nullable Method method) {
        return method == null
                ? ""
                : Stream.of(method.getAnnotationsByType(PermissionsAllowed.class))
                        .flatMap(it -> Stream.of(it.value()))
                        .collect(joining(" "));
    }

    @ServerExceptionMapper(priority = Priorities.USER + 1)
    RestResponse<Map<String, String>> answer(OAuthException refusal) {
        OAuthError error = refusal.error();
        RefusalLog.answered(error);
        var answer =
                ResponseBuilder.create(
                                RestResponse.Status.fromStatusCode(error.status()),
                                error.parameters(issuer))
                        .type(MediaType.APPLICATION_JSON_TYPE);
        error.headers(issuer).forEach(answer::header);
        return answer.build();
    }
}

package guichet.kit.internal;

import guichet.kit.internal.InternalCallers.Caller;
import io.smallrye.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows the credentials of the callers, the one in use and those that retire. */
@ApplicationScoped
class InternalCredentials {
    private final Map<String, Caller> callers;

    InternalCredentials(InternalCallers callers) {
        this.callers = callers.byName();
    }

    /** Whether {@code credential} is one of the named callers', compared in constant time. */
    boolean belongsToAnyOf(String[] names, String credential) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(callers.get(name)))
                .flatMap(InternalCredentials::valid)
                .anyMatch(valid -> MessageDigest.isEqual(bytes(valid), bytes(credential)));
    }

    private static Stream<String> valid(Caller caller) {
        return Stream.concat(
                Stream.of(caller.credential().get()),
                caller.retiringCredentials().orElse(List.of()).stream().map(Secret::get));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

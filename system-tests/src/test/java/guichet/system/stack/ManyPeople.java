package guichet.system.stack;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of a stack whose people and programs, hundreds of them, share one address. */
final class ManyPeople {
    private static final String AS_MANY_AS_THERE_ARE = "1000000/1s";

    /**
     * Every limit of {@code docs/security.md}; a service passes over those that are not its own.
     */
    static final Map<String, String> SETTINGS =
            Stream.of(
                            "SIGN_IN",
                            "SIGN_UP",
                            "PASSWORD_RESET",
                            "AUTHORIZATION_REQUEST",
                            "SIGN_OUT",
                            "FORM",
                            "ACCOUNT_CHANGE",
                            "OUTSIDE_CALL",
                            "REGISTRATION",
                            "PASSWORD_GRANT",
                            "PASSWORD_GRANT_OF_CLIENT")
                    .map("GUICHET_LIMIT_"::concat)
                    .collect(Collectors.toMap(Function.identity(), _ -> AS_MANY_AS_THERE_ARE));

    private ManyPeople() {}
}

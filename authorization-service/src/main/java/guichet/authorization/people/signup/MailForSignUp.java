package guichet.authorization.people.signup;

import guichet.guard.setting.Agreement;
import guichet.guard.setting.Fault;
import io.smallrye.config.SmallRyeConfig;
import java.util.stream.Stream;

/** Whether those who sign up can be sent the letter that proves their address. */
final class MailForSignUp implements Agreement<SignUpConfig> {
    @Override
    public Stream<Fault> faults(SignUpConfig settings, SmallRyeConfig all) {
        boolean isMail =
                Stream.of("guichet.mail.from", "guichet.mail.folder")
                        .anyMatch(way -> all.getOptionalValue(way, String.class).isPresent());
        return !settings.open() || isMail
                ? Stream.empty()
                : Stream.of(
                        Fault.of(
                                "guichet.sign-up.open",
                                "needs mail: set QUARKUS_MAILER_FROM too, or in the profile local"
                                        + " GUICHET_MAIL_FOLDER"));
    }
}

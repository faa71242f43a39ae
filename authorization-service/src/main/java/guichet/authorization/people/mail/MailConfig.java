package guichet.authorization.people.mail;

import guichet.guard.setting.Between;
import guichet.guard.setting.CheckedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How mail leaves; the server it leaves by is set with {@code quarkus.mailer}. */
@CheckedBy(FolderForTrying.class)
@ConfigMapping(prefix = "guichet.mail")
interface MailConfig {
    /** The address that letters are from; without it no mail is sent. */
    Optional<String> from();

    /** A folder into which letters are put instead, for trying things out. */
    Optional<Path> folder();

    /** How many letters of each kind go out in an hour; more wait. */
    @WithDefault("1000")
    @Between(least = "1")
    int anHour();

    /** How many of them one client's network can cause, where the gateway tells it. */
    @WithDefault("100")
    @Between(least = "1")
    int anHourFromOneClient();
}

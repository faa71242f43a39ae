package guichet.authorization.people.mail;

import guichet.guard.setting.Agreement;
import guichet.guard.setting.Fault;
import guichet.guard.setting.Profiles;
import io.smallrye.config.SmallRyeConfig;
import java.util.stream.Stream;

/** Whether the profile may put mail into a folder: its links open accounts to whoever reads it. */
final class FolderForTrying implements Agreement<MailConfig> {
    @Override
    public Stream<Fault> faults(MailConfig settings, SmallRyeConfig all) {
        return settings.folder().isEmpty() || Profiles.areForTrying(all)
                ? Stream.empty()
                : Stream.of(
                        Fault.of(
                                "guichet.mail.folder",
                                "is for trying things out, not for the profile %s: take it away"
                                        .formatted(Profiles.names(all))));
    }
}

package guichet.authorization.mail;

import guichet.guard.setting.Agreement;
import guichet.guard.setting.Fault;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.stream.Stream;

/** Whether the profile may put mail into a folder: its links open accounts to whoever reads it. */
final class FolderForTrying implements Agreement<MailConfig> {
    private static final List<String> PROFILES = List.of("local", "test");

    @Override
    public Stream<Fault> faults(MailConfig settings, SmallRyeConfig all) {
        List<String> profiles = all.getProfiles();
        return settings.folder().isEmpty() || PROFILES.containsAll(profiles)
                ? Stream.empty()
                : Stream.of(
                        Fault.of(
                                "guichet.mail.folder",
                                "is for trying things out, not for the profile %s: take it away"
                                        .formatted(String.join(",", profiles))));
    }
}

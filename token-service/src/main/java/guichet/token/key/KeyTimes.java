package guichet.token.key;

import guichet.guard.setting.Agreement;
import guichet.guard.setting.Fault;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import java.util.stream.Stream;

/** Whether the times of keys go together: none may sign that validators cannot know yet. */
final class KeyTimes implements Agreement<KeyConfig> {
    /** In this time every replica has seen what another one did, several times over. */
    private static final Duration SEEN_BY_ALL = Duration.ofSeconds(10);

    @Override
    public Stream<Fault> faults(KeyConfig settings, SmallRyeConfig all) {
        Duration announcement = announcement(settings);
        if (announcement.compareTo(shortest(settings)) < 0) {
            return Stream.of(
                    Fault.of(
                            "guichet.token.key.announcement",
                            "must be %s or more, or validators with a copy of the keys would meet"
                                            .formatted(shortest(settings))
                                    + " one that is not in it"));
        }
        return settings.rotation().compareTo(announcement) > 0
                ? Stream.empty()
                : Stream.of(
                        Fault.of(
                                "guichet.token.key.rotation",
                                "must be longer than a key is announced, " + announcement));
    }

    /** How long a key is published at least before it signs. */
    static Duration announcement(KeyConfig settings) {
        return settings.announcement().orElse(shortest(settings).plus(settings.jwksCache()));
    }

    private static Duration shortest(KeyConfig settings) {
        return settings.jwksCache().plus(SEEN_BY_ALL);
    }
}

package guichet.outside;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an answer may be used again, RFC 9111 §4.2.1; a day at most. */
final class Freshness {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern FORBIDDEN = Pattern.compile("\\b(no-store|no-cache|private)\\b");
    private static final Pattern MAX_AGE = Pattern.compile("\\bmax-age=\"?(\\d{1,9})");

    private Freshness() {}

    /** Until when; {@code now} when it may not be kept, or its server says nothing of it. */
    static Instant until(OutsideAnswer answer, Instant now) {
        return told(answer, now).orElse(now);
    }

    /**
     * Until when, {@code now} when it may not be kept; empty when its server says nothing of it.
     */
    static Optional<Instant> told(OutsideAnswer answer, Instant now) {
        String control = String.join(",", answer.header("cache-control")).toLowerCase(Locale.ROOT);
        if (FORBIDDEN.matcher(control).find()) {
            return Optional.of(now);
        }
        Matcher maxAge = MAX_AGE.matcher(control);
        Optional<Instant> until =
                maxAge.find()
                        ? Optional.of(now.plusSeconds(Long.parseLong(maxAge.group(1))))
                        : answer.header("expires").stream()
                                .findFirst()
                                .map(date -> date(date).orElse(now));
        Instant latest = now.plus(LONGEST);
        return until.map(it -> it.isAfter(latest) ? latest : it);
    }

    /** Empty for what is none, RFC 9111 §5.3: such as 0, which means that it has expired. */
    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

package guichet.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The files that a report is written to.
 *
 * @param markdown for people
 * @param json for programs, with every round
 */
public record ReportFiles(Path markdown, Path json) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    /** Writes both, by the time of the measurement. */
    public static ReportFiles write(Report report, Path folder) {
        String name = NAME.format(report.measuredAt());
        var files = new ReportFiles(folder.resolve(name + ".md"), folder.resolve(name + ".json"));
        try {
            Files.createDirectories(folder);
            Files.writeString(files.markdown, Markdown.of(report));
            JSON.writeValue(files.json.toFile(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}

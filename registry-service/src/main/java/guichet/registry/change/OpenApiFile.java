package guichet.registry.change;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** An endpoint as OpenAPI describes it, for generators of clients. */
public final class OpenApiFile {
    /** Below the endpoint's own path: nothing that is kept there has a dot in its name. */
    public static final String PATH = "openapi.yaml";

    private OpenApiFile() {}

    /** The file beside the class of the endpoint. */
    public static byte[] of(Class<?> endpoint) throws IOException {
        try (InputStream file = endpoint.getResourceAsStream(PATH)) {
            return Objects.requireNonNull(file, PATH).readAllBytes();
        }
    }
}

package guichet.kit.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as every service reads and writes it, where no service runs. */
public final class ServiceJson {
    private ServiceJson() {}

    public static ObjectMapper mapper() {
        var mapper =
                new ObjectMapper()
                        .findAndRegisterModules()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new OAuthJson().customize(mapper);
        return mapper;
    }
}

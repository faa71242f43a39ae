package guichet.kit.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import guichet.oauth.Scope;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Writes scopes and the enumerations as their RFC spells them. */
@Singleton
class OAuthJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
        mapper.enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        mapper.registerModule(
                new SimpleModule("oauth")
                        .addSerializer(Scope.class, ToStringSerializer.instance)
                        .addDeserializer(Scope.class, new ScopeReader()));
    }

    private static final class ScopeReader extends FromStringDeserializer<Scope> {
        private static final long serialVersionUID = 1L;

        ScopeReader() {
            super(Scope.class);
        }

        @Override
        protected Scope _deserialize(String text, DeserializationContext context) {
            return Scope.parse(text);
        }

        @Override
        protected Object _deserializeFromEmptyString(DeserializationContext context) {
            return Scope.NONE;
        }
    }
}

package guichet.kit.error;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Makes a body that cannot be read the sender's fault: the framework reads forms with {@code
 * URLDecoder}, whose complaint about a broken percent sign would pass for a bug of ours, and so
 * would a chunk that is none, or a sender who went away in the middle.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class MalformedBody implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        try {
            Object read = body.proceed();
            if (read == null) {
                throw new BadRequestException(); // nothing, or null: no endpoint asks for that
            }
            return read;
        } catch (IllegalArgumentException | IOException _) {
            throw new BadRequestException(); // without the cause, whose text quotes the body
        }
    }
}

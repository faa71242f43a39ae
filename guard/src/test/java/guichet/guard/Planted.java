package guichet.guard;

import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;

/** A resource method as the framework tells of it. */
record Planted(Class<?> getResourceClass, Method getResourceMethod) implements ResourceInfo {}

package guichet.kit.http;

import guichet.guard.Reserved;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What is for neighbours alone, and for administrators: nothing there starts with another rule. */
final class ReservedAddresses {
    @Produces
    @Singleton
    Reserved internal() {
        return new Reserved("/internal", List.of("CallableBy"));
    }

    @Produces
    @Singleton
    Reserved administration() {
        return new Reserved("/admin", List.of("RequiresScope"));
    }
}

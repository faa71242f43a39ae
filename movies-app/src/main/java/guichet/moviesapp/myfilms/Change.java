package guichet.moviesapp.myfilms;

import jakarta.ws.rs.BadRequestException;

/** What happens to a film of a list. */
enum Change {
    ADD,
    REMOVE;

    /** As the buttons name it. */
    static Change of(String button) {
        return switch (button) {
            case "add" -> ADD;
            case "remove" -> REMOVE;
            default -> throw new BadRequestException();
        };
    }
}

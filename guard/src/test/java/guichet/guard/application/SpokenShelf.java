package guichet.guard.application;

/** Is an endpoint by its interface alone. */
public class SpokenShelf implements Spoken {
    @Override
    public String spoken() {
        return "here";
    }
}

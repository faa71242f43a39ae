package guichet.bench.suite;

import guichet.bench.database.Postgres;
import guichet.bench.machine.Hashing;
import java.util.List;
import java.util.stream.IntStream;

/**
 * People who have accounts: in production nobody has one from the start. They are many, since the
 * attempts of one person at once are counted as a guesser's.
 *
 * @param password of each
 */
record People(String password) {
    static final int NUMBER = 200;
    private static final int FILMS = 10;

    private static final String INSERT =
            """
            insert into person (id, username, display_name, password_hash, created_at)
            select md5('bench ' || number)::uuid, 'bench-' || number, 'Bench', ?, now() from generate_series(1, ?) number
            """;
    private static final String LIST =
            """
            insert into listed_film
            select md5('bench ' || number)::uuid, film.id, now()
            from generate_series(1, ?) number, (select id from film limit ?) film
            """;

    /** Makes them, each with a list of films. */
    static People in(Postgres database) {
        var people = new People("as-long-as-passwords-should-be");
        database.execute("authorization", INSERT, Hashing.hash(people.password), NUMBER);
        database.execute("movies", LIST, NUMBER, FILMS);
        return people;
    }

    /** What each sends for the password grant, but for the name at the end. */
    String form() {
        return "grant_type=password&password=%s&username=".formatted(password);
    }

    List<String> usernames() {
        return IntStream.rangeClosed(1, NUMBER).mapToObj(it -> "bench-" + it).toList();
    }
}

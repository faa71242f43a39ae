package guichet.movies.statistics;

import guichet.movies.statistics.Statistics.Count;
import guichet.movies.statistics.Statistics.ListedOften;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** Counts in the database, over the catalogue and all lists. */
@ApplicationScoped
class StatisticsQueries {
    private static final String MOST_LISTED =
            """
            select f.id, f.title, count(*) as listings
            from film f join listed_film l on l.film_id = f.id
            group by f.id, f.title order by 3 desc, 1 limit 10\
            """;

    private final Session database;

    StatisticsQueries(Session database) {
        this.database = database;
    }

    @Transactional
    Statistics all() {
        return new Statistics(
                rows("select count(*) from film", Long.class).getFirst(),
                rows("select count(*) from listed_film", Long.class).getFirst(),
                counts("cast(f.year / 10 * 10 as text)", "", "1"),
                counts("f.country", "", "2 desc, 1"),
                counts("g.genre", "cross join unnest(f.genres) as g(genre)", "2 desc, 1"),
                rows(MOST_LISTED, ListedOften.class));
    }

    private List<Count> counts(String name, String join, String order) {
        return rows(
                """
                select %s as name, count(distinct f.id) as films, count(l.film_id) as listings
                from film f %s left join listed_film l on l.film_id = f.id
                group by 1 order by %s\
                """
                        .formatted(name, join, order),
                Count.class);
    }

    private <T> List<T> rows(String sql, Class<T> type) {
        return database.createNativeQuery(sql, type).getResultList();
    }
}

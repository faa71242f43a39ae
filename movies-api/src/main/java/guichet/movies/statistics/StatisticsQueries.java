package guichet.movies.statistics;

import guichet.movies.statistics.Statistics.Count;
import guichet.movies.statistics.Statistics.ListedOften;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Counts in the database, over the catalogue and all lists. */
@ApplicationScoped
class StatisticsQueries {
    private static final String COUNTS =
            """
            select %1$s as name, count(distinct f.id) as films, count(l.film_id) as listings
            from film f %2$s left join listed_film l on l.film_id = f.id
            group by 1 order by %3$s\
            """;

    private final EntityManager database;

    StatisticsQueries(EntityManager database) {
        this.database = database;
    }

    @Transactional
    Statistics all() {
        return new Statistics(
                number("select count(*) from film"),
                number("select count(*) from listed_film"),
                counts(COUNTS.formatted("cast(f.year / 10 * 10 as text)", "", "1")),
                counts(COUNTS.formatted("f.country", "", "2 desc, 1")),
                counts(
                        COUNTS.formatted(
                                "g.genre", "cross join unnest(f.genres) as g(genre)", "2 desc, 1")),
                mostListed());
    }

    private List<ListedOften> mostListed() {
        return rows("""
        select f.id, f.title, count(*)
        from film f join listed_film l on l.film_id = f.id
        group by f.id, f.title order by 3 desc, 1 limit 10\
        """)
                .map(row ->
                        new ListedOften(
                                (String) row[0], (String) row[1], ((Number) row[2]).longValue()))
                .toList();
    }

    private long number(String sql) {
        return ((Number) database.createNativeQuery(sql, Long.class).getSingleResult()).longValue();
    }

    private List<Count> counts(String sql) {
        return rows(sql)
                .map(row ->
                        new Count(
                                (String) row[0],
                                ((Number) row[1]).longValue(),
                                ((Number) row[2]).longValue()))
                .toList();
    }

    private Stream<Object[]> rows(String sql) {
        List<?> rows = database.createNativeQuery(sql, Object[].class).getResultList();
        return rows.stream().map(row -> (Object[]) row);
    }
}

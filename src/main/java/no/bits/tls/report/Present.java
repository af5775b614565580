package no.bits.tls.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what is open, waits or is planned at this moment. */
@Component
class Present {

    private final JdbcClient jdbc;

    Present(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts by time.
     * @param subject what is counted
     * @param moments between which moments, in their order; none is later than the last
     * @return one line for each combination that occurs
     */
    List<Place> read(Subject subject, List<Instant> moments) {
        String bounds = moments.stream()
            .map((moment) -> subject.moment(moment).toString())
            .collect(Collectors.joining(",", "{", "}"));
        return this.jdbc.sql("""
                select kind, detail, width_bucket(at, cast(:bounds as timestamp[])) as place, count(*) as number
                from %s where at < :end group by 1, 2, 3""".formatted(subject.source()))
            .param("bounds", bounds)
            .param("end", subject.moment(moments.get(moments.size() - 1)))
            .query((row, number) -> new Place(row.getString("kind"), row.getString("detail"), row.getInt("place"),
                    row.getLong("number")))
            .list();
    }

}

package no.bits.tls.inbox;

import java.util.List;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of mails that reached us; none of them touches a mail's bytes. */
@Repository
class MailList {

    private static final int PAGE = 50;

    private static final String SELECT = """
            select m.id, m.received_at, m.sender, m.subject, m.state, m.reason,
                coalesce(m.case_number, first.case_number) as case_number
            from backoffice.inbound_mail m left join backoffice.inbound_mail first on first.id = m.duplicate_of
            """;

    private final JdbcClient jdbc;

    MailList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mails of a case, oldest first, each once. */
    List<Headline> ofCase(CaseNumber caseNumber) {
        return this.jdbc.sql(SELECT + "where m.case_number = :case order by m.id")
            .param("case", caseNumber.value())
            .query(Headline::of)
            .list();
    }

    /** The newest 50 mails that are looked for, newest first. */
    Page find(MailSearch search) {
        List<String> conditions = search.conditions();
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        List<Headline> found = this.jdbc.sql(SELECT + where + " order by m.id desc limit " + (PAGE + 1))
            .params(search.parameters())
            .query(Headline::of)
            .list();
        return new Page(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    /**
     * A page of a list.
     *
     * @param mails its mails
     * @param more whether there are older ones
     */
    record Page(List<Headline> mails, boolean more) {
    }

}

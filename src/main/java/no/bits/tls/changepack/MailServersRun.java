package no.bits.tls.changepack;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import no.bits.tls.domainlist.MailServer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which mail servers each participant says it runs: asked once, on its answer page. */
@Service
public class MailServersRun {

    private final JdbcClient jdbc;

    MailServersRun(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The mail servers of a participant.
     * @param participantId the participant
     * @return what it said; none where it was not asked yet
     */
    public Set<MailServer> by(long participantId) {
        Set<MailServer> servers = EnumSet.noneOf(MailServer.class);
        this.jdbc.sql("select mail_server from participant_mail_server where participant_id = ?")
            .param(participantId)
            .query(String.class)
            .list()
            .forEach((name) -> servers.add(MailServer.valueOf(name)));
        return servers;
    }

    /**
     * Notes what a participant says; saying nothing leaves what it said before.
     * @param participantId the participant
     * @param servers its mail servers
     */
    @Transactional
    public void note(long participantId, Collection<MailServer> servers) {
        if (servers.isEmpty() || by(participantId).equals(Set.copyOf(servers))) {
            return;
        }
        this.jdbc.sql("delete from participant_mail_server where participant_id = ?").param(participantId).update();
        servers.stream()
            .distinct()
            .forEach((server) -> this.jdbc
                .sql("insert into participant_mail_server (participant_id, mail_server) values (?, ?)")
                .params(participantId, server.name())
                .update());
    }

}

package no.bits.tls.changepack;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import no.bits.tls.domainlist.Difference;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.domainlist.DomainListVersion;
import no.bits.tls.domainlist.MailServer;
import no.bits.tls.domainlist.PublicLinks;
import no.bits.tls.outbox.LinkToken;
import no.bits.tls.participant.Participant;

import org.springframework.stereotype.Service;
import org.springframework.util.ConcurrentLruCache;

/** Makes change packs and the words with which mails tell them. */
@Service
public class ChangePacks {

    static final String PURPOSE = "files";

    private final DomainList list;

    private final Ledger ledger;

    private final MailServersRun servers;

    private final PublicLinks links;

    private final LinkToken tokens;

    private final ChangePackSettings settings;

    private final Clock clock;

    private final ConcurrentLruCache<Span, Difference> differences = new ConcurrentLruCache<>(32,
            (span) -> difference(span));

    ChangePacks(DomainList list, Ledger ledger, MailServersRun servers, PublicLinks links, LinkToken tokens,
            ChangePackSettings settings, Clock clock) {
        this.list = list;
        this.ledger = ledger;
        this.servers = servers;
        this.links = links;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What changed since the version that a participant last confirmed.
     * @param participant the participant
     * @return its change pack, up to the newest version
     */
    public ChangePack of(Participant participant) {
        DomainListVersion newest = this.list.latest();
        long since = Math.min(this.ledger.versionOf(participant.id()), newest.number());
        return ChangePack.of(since, newest, this.differences.get(new Span(since, newest.number())),
                participant.listedDomains());
    }

    /**
     * The words of a change pack for a mail's text: {@code pack}, {@code servers} (what
     * the participant runs), {@code files} (addresses that are its own and expire) and
     * {@code listUrl}.
     * @param participant the participant
     * @param pack its change pack
     * @return the words by name
     */
    public Map<String, Object> words(Participant participant, ChangePack pack) {
        Set<MailServer> run = this.servers.by(participant.id());
        return Map.of("pack", pack, "servers", run, "files", files(participant, run), "listUrl", this.links.page());
    }

    /**
     * Where a participant fetches the files for its mail servers, without its own
     * domains, each counted in the ledger.
     * @param participant the participant
     * @param run its mail servers
     * @return the files, each once
     */
    public List<PackFile> files(Participant participant, Collection<MailServer> run) {
        String token = this.tokens.of(PURPOSE, participant.id(),
                this.clock.instant().plus(this.settings.linksValidFor()));
        return run.stream()
            .flatMap((server) -> server.files().stream())
            .distinct()
            .map((file) -> new PackFile(file, this.links.at("/tls/pack/" + token + "/" + file)))
            .toList();
    }

    private Difference difference(Span span) {
        return this.list.difference(span.from(), span.to());
    }

    /** Two versions. */
    private record Span(long from, long to) {
    }

}

package no.bits.tls.changepack;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import no.bits.tls.calendar.Language;
import no.bits.tls.domainlist.MailServer;
import no.bits.tls.domainlist.PublicLinks;
import no.bits.tls.outbox.LinkToken;
import no.bits.tls.outbox.LinkToken.Link;
import no.bits.tls.participant.Participant;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages on which participants answer, without a log-in but with the token of a mail
 * of ours: what they all show, and that looking at one changes nothing.
 */
@Component
public class AnswerPages {

    private static final String ENGLISH = "en";

    private final LinkToken tokens;

    private final ChangePacks packs;

    private final MailServersRun servers;

    private final PublicLinks links;

    AnswerPages(LinkToken tokens, ChangePacks packs, MailServersRun servers, PublicLinks links) {
        this.tokens = tokens;
        this.packs = packs;
        this.servers = servers;
        this.links = links;
    }

    /**
     * What a token is about.
     * @param purpose what it shall be good for
     * @param token the token in the page's address
     * @return what it is about, also where it has expired
     * @throws ResponseStatusException 404 where we did not make it for this
     */
    public Link link(String purpose, String token) {
        return this.tokens.verify(purpose, token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * A page for a participant, which nobody else may keep: its template is
     * {@code answer/<name>-nb} or {@code -en} and finds {@code expired},
     * {@code organisation}, {@code pack}, {@code files}, {@code run}, {@code servers},
     * {@code date} (writes dates) and {@code contact}.
     * @param name the page's name
     * @param language {@code en} for English, anything else for Norwegian
     * @param link the link that led to it
     * @param participant whose page it is
     * @param status what to answer where the link has not expired
     * @param response gets the headers
     * @return the page
     */
    public ModelAndView page(String name, String language, Link link, Participant participant, HttpStatus status,
            HttpServletResponse response) {
        boolean english = ENGLISH.equals(language);
        Set<MailServer> run = this.servers.by(participant.id());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return new ModelAndView("answer/%s-%s".formatted(name, english ? "en" : "nb"),
                link.expired() ? HttpStatus.GONE : status)
            .addObject("expired", link.expired())
            .addObject("organisation", participant.organisation())
            .addObject("pack", this.packs.of(participant))
            .addObject("files", this.packs.files(participant, run))
            .addObject("run", run)
            .addObject("servers", MailServer.values())
            .addObject("date", english ? Language.ENGLISH : Language.NORWEGIAN)
            .addObject("contact", this.links.contact().value());
    }

    /**
     * Leads back to a page after its form was sent, so that loading it again sends
     * nothing again.
     * @param path the page's path
     * @param language its language
     * @return the way there
     */
    public ModelAndView back(String path, String language) {
        return new ModelAndView("redirect:%s?lang=%s".formatted(path, ENGLISH.equals(language) ? ENGLISH : "nb"));
    }

    /**
     * The version that a participant compared with: the one that its page showed.
     * @param shown what its form says
     * @param newest the newest version
     * @return a version's number, never above the newest
     */
    public static long comparedVersion(@Nullable String shown, long newest) {
        return Optional.ofNullable(shown)
            .filter((version) -> version.matches("\\d{1,9}"))
            .map((version) -> Math.min(Long.parseLong(version), newest))
            .orElse(newest);
    }

    /**
     * Notes which mail servers a participant says it runs; none leaves what it said
     * before.
     * @param participant the participant
     * @param ids what its form says, {@link MailServer#id()}; others are ignored
     */
    public void noteServers(Participant participant, Collection<String> ids) {
        this.servers.note(participant.id(), ids.stream().flatMap((id) -> MailServer.withId(id).stream()).toList());
    }

}

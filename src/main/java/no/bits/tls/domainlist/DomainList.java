package no.bits.tls.domainlist;

import java.util.Collection;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Service;

/**
 * The published Domain List: every change is a new numbered version, and every version
 * can be asked for.
 */
@Service
public class DomainList {

    /**
     * Publishes domains as a new version, in the caller's transaction. Asked again for
     * the same case and the same domains it publishes nothing new.
     * @param caseNumber the case that approved them
     * @param domains the rows to add or to change
     * @return the version that has them
     */
    public long publish(CaseNumber caseNumber, Collection<ListedDomain> domains) {
        throw new UnsupportedOperationException();
    }

}

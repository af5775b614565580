package no.bits.tls.workflow;

import java.util.List;

/**
 * Knows which of the things under one path of the desk belong to a case: who asks who has
 * looked at a case means them too.
 */
public interface CaseBelongings {

    /** The path below {@code /desk}, for example {@code mails}. */
    String path();

    /**
     * The things of a case.
     * @param caseNumber the case
     * @return their ids as they stand in addresses
     */
    List<String> of(CaseNumber caseNumber);

}

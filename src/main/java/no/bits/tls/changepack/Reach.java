package no.bits.tls.changepack;

import java.time.LocalDate;

/**
 * How far a version of the Domain List has come.
 *
 * @param version the version
 * @param publishedOn when, in Oslo
 * @param domains how many domains it has
 * @param downloads how many participants fetched it by the links in our mails
 * @param confirmations how many participants confirmed exactly this version
 * @param participants how many participants confirmed it or a newer one
 */
public record Reach(long version, LocalDate publishedOn, int domains, int downloads, int confirmations,
        int participants) {
}

package no.bits.tls.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of the cases behind a figure.
 *
 * @param cases the cases, the newest first
 * @param more how to ask for those that follow; nothing where these are the last
 */
record CasePage(List<CaseRow> cases, @Nullable String more) {
}

package no.bits.tls.document;

import jakarta.xml.bind.JAXBElement;
import org.docx4j.wml.RunDel;
import org.docx4j.wml.RunIns;

/** What a Word document turns out to hold while its text is read. */
final class WordNotes {

    private static final int LONGEST = 100_000;

    /** Whether there are changes that nobody accepted or rejected. */
    boolean tracked;

    /** The instructions of its fields. */
    final StringBuilder instructions = new StringBuilder();

    /** Whether a tracked change took this away; notes the change. */
    boolean isRemoved(Object content) {
        Object value = (content instanceof JAXBElement<?> element) ? element.getValue() : content;
        String name = (content instanceof JAXBElement<?> element) ? element.getName().getLocalPart() : "";
        boolean removed = value instanceof RunDel || name.equals("del") || name.equals("moveFrom");
        this.tracked |= removed || value instanceof RunIns || name.equals("ins") || name.equals("moveTo");
        return removed;
    }

    void addInstruction(String instruction) {
        if (this.instructions.length() < LONGEST) {
            this.instructions.append(instruction);
        }
    }

}

package no.bits.tls.document;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.xml.bind.JAXBElement;
import org.docx4j.TraversalUtil;
import org.docx4j.XmlUtils;
import org.docx4j.mce.AlternateContent;
import org.docx4j.vml.CTTextbox;
import org.docx4j.vml.officedrawing.CTSignatureLine;
import org.docx4j.w14.CTSdtCheckbox;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.Br;
import org.docx4j.wml.CTFFCheckBox;
import org.docx4j.wml.CTFFDDList;
import org.docx4j.wml.CTSimpleField;
import org.docx4j.wml.CTTxbxContent;
import org.docx4j.wml.Drawing;
import org.docx4j.wml.FldChar;
import org.docx4j.wml.P;
import org.docx4j.wml.Pict;
import org.docx4j.wml.R;
import org.docx4j.wml.RPr;
import org.docx4j.wml.STFldCharType;
import org.docx4j.wml.SdtElement;
import org.docx4j.wml.SdtPr;
import org.docx4j.wml.Tc;
import org.docx4j.wml.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one paragraph shows: its runs put together, prompts of empty content controls and
 * struck or hidden words left out, boxes and pictures as the signs that {@link Cell}
 * knows.
 */
final class WordText {

    private final WordNotes notes;

    private final StringBuilder text = new StringBuilder();

    private final List<List<Object>> boxes = new ArrayList<>();

    WordText(WordNotes notes, P paragraph) {
        this.notes = notes;
        addAll(paragraph.getContent());
    }

    /** The contents of the text boxes anchored here. */
    List<List<Object>> boxes() {
        return this.boxes;
    }

    @Override
    public String toString() {
        return Cell.visible(this.text.toString());
    }

    /** What is inside anything that may hold paragraphs, rows, cells or runs. */
    static List<Object> childrenOf(Object content) {
        if (content instanceof SdtElement control) {
            boolean prompt = control.getSdtPr() != null && isPrompt(control.getSdtPr());
            return (prompt || control.getSdtContent() == null) ? List.of() : control.getSdtContent().getContent();
        }
        if (content instanceof AlternateContent alternatives) {
            return chosen(alternatives);
        }
        List<Object> children = TraversalUtil.getChildrenImpl(content);
        return (children != null) ? children : List.of();
    }

    static boolean isContainer(Object content) {
        return !childrenOf(content).isEmpty();
    }

    static int spanOf(Tc cell) {
        boolean spans = cell.getTcPr() != null && cell.getTcPr().getGridSpan() != null
                && cell.getTcPr().getGridSpan().getVal() != null;
        return spans ? Math.max(1, cell.getTcPr().getGridSpan().getVal().min(BigInteger.valueOf(100)).intValue()) : 1;
    }

    private static boolean isPrompt(SdtPr properties) {
        BooleanDefaultTrue prompt = property(properties, BooleanDefaultTrue.class, "showingPlcHdr");
        return prompt != null && prompt.isVal();
    }

    private static <T> @Nullable T property(SdtPr properties, Class<T> type, String name) {
        for (Object property : properties.getRPrOrAliasOrLock()) {
            if (property instanceof JAXBElement<?> element && type.isInstance(element.getValue())
                    && element.getName().getLocalPart().equals(name)) {
                return type.cast(element.getValue());
            }
            if (type.isInstance(property) && name.isEmpty()) {
                return type.cast(property);
            }
        }
        return null;
    }

    private static List<Object> chosen(AlternateContent alternatives) {
        if (alternatives.getFallback() != null && !alternatives.getFallback().getAny().isEmpty()) {
            return alternatives.getFallback().getAny();
        }
        return alternatives.getChoice().isEmpty() ? List.of() : alternatives.getChoice().get(0).getAny();
    }

    private void addAll(List<Object> content) {
        for (Object item : content) {
            if (!this.notes.isRemoved(item)) {
                add(item);
            }
        }
    }

    private void add(Object item) {
        String name = (item instanceof JAXBElement<?> element) ? element.getName().getLocalPart() : "";
        Object content = (item instanceof JAXBElement<?> element) ? element.getValue() : item;
        if (content instanceof R run) {
            addRun(run);
        }
        else if (content instanceof Text words) {
            addText(name, words.getValue());
        }
        else if (content instanceof SdtElement control && checkbox(control) != null) {
            this.text.append(checkbox(control));
        }
        else if (content instanceof FldChar field) {
            addField(field);
        }
        else if (content instanceof CTTxbxContent box) {
            this.boxes.add(box.getContent());
        }
        else if (!addSign(content)) {
            addContainer(content);
        }
    }

    private void addContainer(Object content) {
        if (content instanceof CTSimpleField field) {
            this.notes.addInstruction(String.valueOf(field.getInstr()));
        }
        int before = this.boxes.size();
        boolean drawn = content instanceof Drawing || content instanceof Pict;
        addAll(childrenOf(content));
        if (drawn && this.boxes.size() == before && !isSignatureLine(content)) {
            this.text.append(Cell.PICTURE);
        }
    }

    private void addRun(R run) {
        RPr style = run.getRPr();
        boolean unseen = style != null
                && (isOn(style.getVanish()) || isOn(style.getStrike()) || isOn(style.getDstrike()));
        if (!unseen) {
            addAll(run.getContent());
        }
    }

    private void addText(String name, String words) {
        if (name.equals("instrText")) {
            this.notes.addInstruction(words);
        }
        else if (!name.equals("delText") && !name.equals("delInstrText")) {
            this.text.append(words);
        }
    }

    private boolean addSign(Object content) {
        String sign = sign(content);
        this.text.append(sign);
        return !sign.isEmpty();
    }

    private static String sign(Object content) {
        if (content instanceof R.Tab || content instanceof R.Ptab) {
            return "\t";
        }
        if (content instanceof Br || content instanceof R.Cr) {
            return "\n";
        }
        if (content instanceof R.NoBreakHyphen) {
            return "-";
        }
        return (content instanceof R.Sym symbol) ? symbolSign(String.valueOf(symbol.getChar())) : "";
    }

    /** Wingdings has its boxes here. */
    private static String symbolSign(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "F0FE", "F0FD", "F052", "F053", "F054", "F0FC", "F0FB" -> Cell.CHECKED;
            case "F0A8", "F06F", "F0A3", "F071", "F072" -> Cell.UNCHECKED;
            default -> " ";
        };
    }

    private void addField(FldChar field) {
        if (field.getFldCharType() != STFldCharType.BEGIN || field.getFfData() == null) {
            return;
        }
        for (JAXBElement<?> property : field.getFfData().getNameOrEnabledOrCalcOnExit()) {
            if (property.getValue() instanceof CTFFCheckBox box) {
                BooleanDefaultTrue state = (box.getChecked() != null) ? box.getChecked() : box.getDefault();
                this.text.append(isOn(state) ? Cell.CHECKED : Cell.UNCHECKED);
            }
            if (property.getValue() instanceof CTFFDDList list && list.getResult() != null) {
                int index = list.getResult().getVal().intValue();
                this.text.append((index < list.getListEntry().size()) ? list.getListEntry().get(index).getVal() : "");
            }
        }
    }

    private static @Nullable String checkbox(SdtElement control) {
        CTSdtCheckbox box = (control.getSdtPr() != null) ? property(control.getSdtPr(), CTSdtCheckbox.class, "checkbox")
                : null;
        if (box == null) {
            return null;
        }
        String state = (box.getChecked() != null) ? String.valueOf(box.getChecked().getVal()) : "0";
        return state.matches("1|true|on") ? Cell.CHECKED : Cell.UNCHECKED;
    }

    private static boolean isSignatureLine(Object content) {
        return childrenOf(content).stream()
            .map(XmlUtils::unwrap)
            .anyMatch((part) -> part instanceof CTSignatureLine || part instanceof CTTextbox || isSignatureLine(part));
    }

    private static boolean isOn(@Nullable BooleanDefaultTrue setting) {
        return setting != null && setting.isVal();
    }

}

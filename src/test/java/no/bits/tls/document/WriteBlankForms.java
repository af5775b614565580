package no.bits.tls.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the blank forms anew, after a change of their words. */
final class WriteBlankForms {

    private WriteBlankForms() {
    }

    /**
     * Writes all forms.
     * @param arguments the folder; {@code forms/documents} where none is given
     * @throws IOException where the folder cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of((arguments.length > 0) ? arguments[0] : "forms/documents");
        for (BlankForm form : BlankForm.ALL) {
            Files.write(folder.resolve(form.fileName()), BlankFormWriter.write(form));
        }
    }

}

package no.bits.tls.document;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Service;

/**
 * Shows what people attach to their mails as pictures that can do nothing: each page of a
 * PDF, and the pictures that every browser shows, told by their bytes alone.
 */
@Service
public class Previews {

    private final DocumentSettings limits;

    private final PreviewSettings settings;

    private final Semaphore places;

    Previews(DocumentSettings limits, PreviewSettings settings) {
        this.limits = limits;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /**
     * How many pages of a file can be shown.
     * @param content its bytes
     * @return the pages; 1 for a picture
     * @throws NoPreview if it cannot be shown
     */
    public int pages(byte[] content) {
        return pictureType(content).isPresent() ? 1 : inTime(() -> PdfPainter.pages(requirePdf(content), this.limits));
    }

    /**
     * One page of a file.
     * @param content its bytes
     * @param number the page, from 1
     * @return a picture of it
     * @throws NoPreview if it cannot be shown, or has no such page
     */
    public Picture page(byte[] content, int number) {
        Optional<String> type = pictureType(content);
        if (type.isEmpty()) {
            byte[] png = inTime(() -> PdfPainter.paint(requirePdf(content), number, this.limits, this.settings));
            return new Picture("image/png", png);
        }
        if (number != 1) {
            throw NoPreview.ofPage(number, 1);
        }
        return new Picture(type.get(), content);
    }

    private Optional<String> pictureType(byte[] content) {
        PictureHead head = PictureHead.of(content);
        if (head != null && head.pixels() > this.settings.maxPicture()) {
            throw NoPreview.tooLarge();
        }
        return Optional.ofNullable(head).map(PictureHead::type);
    }

    private static byte[] requirePdf(byte[] content) {
        if (FileType.of("", content) != FileType.PDF) {
            throw NoPreview.ofThisType();
        }
        return content;
    }

    /** Works in a thread of its own, which keeps its place until it really ends. */
    private <T> T inTime(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            if (!this.places.tryAcquire(this.settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw NoPreview.tooSlow();
            }
            Thread thread = new Thread(() -> runAndLeave(task), "preview");
            thread.setDaemon(true);
            thread.start();
            return task.get(this.settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (TimeoutException ex) {
            task.cancel(true);
            throw NoPreview.tooSlow();
        }
        catch (ExecutionException ex) {
            throw (ex.getCause() instanceof NoPreview reason) ? reason : NoPreview.damaged();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The drawing of a preview was interrupted", ex);
        }
    }

    private void runAndLeave(FutureTask<?> task) {
        try {
            task.run();
        }
        finally {
            this.places.release();
        }
    }

    /**
     * A picture that a browser shows.
     *
     * @param type its media type, for example {@code image/png}
     * @param content its bytes
     */
    public record Picture(String type, byte[] content) {
    }

}

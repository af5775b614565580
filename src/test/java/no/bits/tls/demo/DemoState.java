package no.bits.tls.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * The folder in which a demo lives from start to start; held until the process ends,
 * however it ends.
 *
 * @param folder where it is
 * @param held what keeps a second demo out
 */
record DemoState(Path folder, FileLock held) {

    /**
     * Makes or reopens the folder.
     * @param folder where it is, relative to the working directory
     * @return the folder, ours alone
     * @throws DemoCannotStart if another demo runs in it
     */
    static DemoState open(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(place);
            FileLock lock = lock(
                    FileChannel.open(place.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (lock == null) {
                throw DemoCannotStart.whileAnotherRuns(folder);
            }
            return new DemoState(place, lock);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The folder %s cannot be made".formatted(place), ex);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        }
        catch (OverlappingFileLockException ex) {
            return null;
        }
    }

    Path resolve(String name) {
        return this.folder.resolve(name);
    }

}

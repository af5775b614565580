package no.bits.tls.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port on this machine that nobody else may have. */
final class FreePort {

    private FreePort() {
    }

    /**
     * Makes sure that a port can be had.
     * @param setting what changes it
     * @param port the port; 0 for any
     * @throws DemoCannotStart if somebody has it
     */
    static void require(String setting, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        catch (IOException ex) {
            throw DemoCannotStart.withoutPort(setting, port);
        }
    }

}

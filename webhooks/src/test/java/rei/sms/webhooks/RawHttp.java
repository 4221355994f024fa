package rei.sms.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends a request line to the letter, as no client library would. */
final class RawHttp {

	private RawHttp() {
	}

	/** The answer, status line first. */
	static String send(int port, String method, String target, String headers, String body) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			var request = method + " " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + headers
					+ "Content-Length: " + body.length() + "\r\n\r\n" + body;
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int status(String answer) {
		return Integer.parseInt(answer.split(" ", 3)[1]);
	}

}

package rei.sms.jobs.http;

import java.io.IOException;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that is written once only, and whose last byte is written after the fence was
 * passed.
 */
final class FencedBody extends RequestBody {

	private final @Nullable MediaType type;

	private final Buffer content = new Buffer();

	private final long length;

	private final Passage passage;

	FencedBody(RequestBody body, Passage passage) throws IOException {
		this.type = body.contentType();
		this.passage = passage;
		body.writeTo(this.content);
		this.length = this.content.size();
	}

	@Override
	public @Nullable MediaType contentType() {
		return this.type;
	}

	@Override
	public long contentLength() {
		return this.length;
	}

	/** Keeps OkHttp from sending it a second time by itself. */
	@Override
	public boolean isOneShot() {
		return true;
	}

	@Override
	public void writeTo(BufferedSink sink) throws IOException {
		if (this.length > 1) {
			sink.write(this.content, this.length - 1);
			sink.flush();
		}
		this.passage.leave();
		sink.writeAll(this.content);
	}

}

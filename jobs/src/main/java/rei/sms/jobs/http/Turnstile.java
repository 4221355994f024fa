package rei.sms.jobs.http;

import java.io.IOException;

import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Stands between the open connection and the first byte of a request. */
final class Turnstile implements Interceptor {

	@Override
	public Response intercept(Chain chain) throws IOException {
		var request = chain.request();
		var passage = passage(request);
		passage.connected();
		if (request.body() == null) {
			passage.leave();
		}
		return withoutInvitation(chain.proceed(request));
	}

	static Passage passage(Request request) {
		var passage = request.tag(Passage.class);
		if (passage == null) {
			throw new IllegalStateException("a request without its passage");
		}
		return passage;
	}

	/** OkHttp repeats a call by itself when a 503 says {@code Retry-After: 0}. */
	private static Response withoutInvitation(Response response) {
		return (response.code() == 503 && "0".equals(response.header("Retry-After")))
				? response.newBuilder().header("Retry-After", "1").build() : response;
	}

}

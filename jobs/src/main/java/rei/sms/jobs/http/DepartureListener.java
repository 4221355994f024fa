package rei.sms.jobs.http;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/** Notes the moment when a request's last byte was written. */
final class DepartureListener extends EventListener {

	@Override
	public void requestHeadersEnd(Call call, Request request) {
		if (request.body() == null) {
			Turnstile.passage(request).left();
		}
	}

	@Override
	public void requestBodyEnd(Call call, long byteCount) {
		Turnstile.passage(call.request()).left();
	}

}

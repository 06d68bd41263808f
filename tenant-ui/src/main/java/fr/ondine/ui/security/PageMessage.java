package fr.ondine.ui.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A short message of an open page, read ahead so that what it asks can be known; whoever answers it reads it again. */
final class PageMessage extends HttpServletRequestWrapper {

    static final int LONGEST = 4_096;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ByteArrayInputStream body;
    private final byte[] text;

    PageMessage(HttpServletRequest request) throws IOException {
        super(request);
        text = request.getInputStream().readNBytes(LONGEST);
        body = new ByteArrayInputStream(text);
    }

    /** Whether it asks what to show and nothing else. */
    boolean onlyNavigates() {
        try {
            var calls = JSON.readTree(text).path("rpc");
            return calls.size() == 1 && calls.get(0).path("event").asString("").equals("ui-navigate");
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public int read() {
                return body.read();
            }

            @Override
            public boolean isFinished() {
                return body.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}

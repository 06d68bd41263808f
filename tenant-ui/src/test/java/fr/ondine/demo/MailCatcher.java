package fr.ondine.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;

/** An SMTP server that sends nothing on: it keeps what it is given in a folder. */
final class MailCatcher implements AutoCloseable {

    private final GreenMail server;
    private final MailFolder folder;

    private MailCatcher(GreenMail server, MailFolder folder) {
        this.server = server;
        this.folder = folder;
    }

    static MailCatcher start(MailFolder folder) {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        var catcher = new MailCatcher(server, folder);
        server.start();
        server.getUserManager().setMessageDeliveryHandler(catcher::deliver);
        return catcher;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    MailFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser deliver(MovingMessage message, MailAddress recipient)
            throws MessagingException, UserException {
        folder.keep(recipient.getEmail(), message.getMessage());
        return mailbox(server.getUserManager(), recipient.getEmail());
    }

    private static GreenMailUser mailbox(UserManager users, String email) throws UserException {
        var known = users.getUserByEmail(email);
        return known != null ? known : users.createUser(email, email, email);
    }
}

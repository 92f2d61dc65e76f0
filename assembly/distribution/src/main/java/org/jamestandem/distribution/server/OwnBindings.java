package org.jamestandem.distribution.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import org.apache.james.imapserver.netty.IMAPServerFactory;
import org.apache.james.lmtpserver.netty.LMTPServerFactory;
import org.apache.james.managesieveserver.netty.ManageSieveServerFactory;
import org.apache.james.pop3server.netty.POP3ServerFactory;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.smtpserver.netty.SMTPServerFactory;
import org.apache.james.util.html.HtmlTextExtractor;
import org.apache.james.utils.GuiceProbe;
import org.apache.james.utils.PropertiesProvider;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import org.jamestandem.distribution.configuration.ServerConfiguration;
import org.jamestandem.distribution.drain.Drain;
import org.jamestandem.distribution.html.BoundedHtmlText;
import org.jamestandem.distribution.imap.ImapListeners;
import org.jamestandem.distribution.managesieve.ManageSieveListeners;
import org.jamestandem.distribution.pop3.Pop3Listeners;
import org.jamestandem.distribution.smtp.LmtpListeners;
import org.jamestandem.distribution.smtp.SmtpListeners;
import org.jamestandem.distribution.webadmin.TokenFilter;
import org.jamestandem.distribution.webadmin.WebadminAccess;

/** What this distribution puts in place of James' own bindings. */
final class OwnBindings extends AbstractModule {
    private final ServerConfiguration configuration;
    private final WebadminAccess webadmin;

    OwnBindings(ServerConfiguration configuration, WebadminAccess webadmin) {
        this.configuration = configuration;
        this.webadmin = webadmin;
    }

    @Override
    protected void configure() {
        bind(ConfigurationProvider.class).toInstance(configuration.files());
        bind(IMAPServerFactory.class).to(ImapListeners.class).in(Scopes.SINGLETON);
        bind(LMTPServerFactory.class).to(LmtpListeners.class).in(Scopes.SINGLETON);
        bind(POP3ServerFactory.class).to(Pop3Listeners.class).in(Scopes.SINGLETON);
        bind(SMTPServerFactory.class).to(SmtpListeners.class).in(Scopes.SINGLETON);
        bind(ManageSieveServerFactory.class).to(ManageSieveListeners.class).in(Scopes.SINGLETON);
        bind(HtmlTextExtractor.class).to(BoundedHtmlText.class);
        Multibinder.newSetBinder(binder(), GuiceProbe.class).addBinding().to(Drain.class);
    }

    @Provides
    @Singleton
    PropertiesProvider properties() {
        return configuration.properties();
    }

    @Provides
    @Singleton
    AuthenticationFilter authentication() {
        return new TokenFilter(webadmin.token());
    }
}

package org.jamestandem.kernel.account.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import org.jamestandem.kernel.account.AllUserRows;
import org.jamestandem.kernel.account.ForgetUser;
import org.jamestandem.kernel.account.RenameUser;
import org.jamestandem.kernel.account.UserRows;
import org.jamestandem.kernel.tasks.wiring.WorkModule;

/**
 * Adds what a feature keeps under users' names to what follows them: {@code
 * install(UserRowsModule.of(AuditRows.class))}.
 */
public final class UserRowsModule extends AbstractModule {
    private final List<Class<? extends UserRows>> rows;

    private UserRowsModule(List<Class<? extends UserRows>> rows) {
        this.rows = rows;
    }

    /** A module that adds these. */
    @SafeVarargs
    public static UserRowsModule of(Class<? extends UserRows>... rows) {
        return new UserRowsModule(List.of(rows));
    }

    /** Binds {@link AllUserRows} beside the set, as {@link WorkModule} does with its own. */
    @Override
    protected void configure() {
        install(WorkModule.of(RenameUser.class, ForgetUser.class));
        bind(AllUserRows.class);
        Multibinder<UserRows> all = Multibinder.newSetBinder(binder(), UserRows.class);
        rows.forEach(one -> all.addBinding().to(one));
    }
}

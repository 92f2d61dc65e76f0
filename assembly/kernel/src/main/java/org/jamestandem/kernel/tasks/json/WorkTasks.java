package org.jamestandem.kernel.tasks.json;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.apache.james.json.DTOModule;
import org.apache.james.server.task.json.TaskExtensionModule;
import org.apache.james.server.task.json.dto.AdditionalInformationDTO;
import org.apache.james.server.task.json.dto.AdditionalInformationDTOModule;
import org.apache.james.server.task.json.dto.TaskDTO;
import org.apache.james.server.task.json.dto.TaskDTOModule;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails;
import org.jamestandem.kernel.tasks.WorkDetails;
import org.jamestandem.kernel.tasks.WorkOrder;
import org.jamestandem.kernel.tasks.WorkTask;
import org.jamestandem.kernel.tasks.Works;

/**
 * The {@code guice.extension.task} entry of {@code extensions.properties}: lets James write tasks
 * of ours down. Without it they run on a single server all the same, but webadmin does not show how
 * far they are, and they cannot be resumed.
 */
@Singleton
public final class WorkTasks implements TaskExtensionModule {
    static final String TYPE = "tandem-work";

    /** One for all: James collects it twice into a set and refuses two of a type. */
    private static final AdditionalInformationDTOModule<WorkDetails, WorkDetailsJson> DETAILS =
            DTOModule.forDomainObject(WorkDetails.class)
                    .convertToDTO(WorkDetailsJson.class)
                    .toDomainObjectConverter(WorkDetailsJson::details)
                    .toDTOConverter((details, type) -> WorkDetailsJson.of(details))
                    .typeName(TYPE)
                    .withFactory(AdditionalInformationDTOModule::new);

    private final TaskDTOModule<WorkTask, WorkTaskJson> task;

    @Inject
    public WorkTasks(Works works) {
        this.task =
                DTOModule.forDomainObject(WorkTask.class)
                        .convertToDTO(WorkTaskJson.class)
                        .toDomainObjectConverter(json -> task(works, json))
                        .toDTOConverter((task, type) -> WorkTaskJson.of(task))
                        .typeName(TYPE)
                        .withFactory(TaskDTOModule::new);
    }

    @Override
    public Set<TaskDTOModule<? extends Task, ? extends TaskDTO>> taskDTOModules() {
        return Set.of(task);
    }

    @Override
    public Set<
                    AdditionalInformationDTOModule<
                            ? extends TaskExecutionDetails.AdditionalInformation,
                            ? extends AdditionalInformationDTO>>
            taskAdditionalInformationDTOModules() {
        return Set.of(DETAILS);
    }

    private static WorkTask task(Works works, WorkTaskJson json) {
        return works.task(
                new WorkOrder(json.work(), json.parameters()), Optional.ofNullable(json.after()));
    }
}

package org.jamestandem.distribution.cluster;

import com.google.common.collect.ImmutableSet;
import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provides;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.google.inject.name.Named;
import java.util.Set;
import org.apache.james.eventsourcing.Event;
import org.apache.james.eventsourcing.eventstore.cassandra.EventNestedTypes;
import org.apache.james.eventsourcing.eventstore.cassandra.dto.EventDTO;
import org.apache.james.eventsourcing.eventstore.cassandra.dto.EventDTOModule;
import org.apache.james.json.DTO;
import org.apache.james.json.DTOConverter;
import org.apache.james.json.DTOModule;
import org.apache.james.server.task.json.JsonTaskSerializer;
import org.apache.james.server.task.json.TaskModuleInjectionKeys;
import org.apache.james.server.task.json.dto.AdditionalInformationDTO;
import org.apache.james.server.task.json.dto.AdditionalInformationDTOModule;
import org.apache.james.server.task.json.dto.TaskDTO;
import org.apache.james.server.task.json.dto.TaskDTOModule;
import org.apache.james.task.Task;
import org.apache.james.task.TaskExecutionDetails.AdditionalInformation;
import org.apache.james.task.eventsourcing.distributed.TasksSerializationModule;
import org.apache.james.task.eventsourcing.distributed.TasksSerializationModule.TaskSerializationModuleFactory;

/** How what happens to a task is written, for the event store and for other nodes. */
final class TaskEventsModule extends AbstractModule {
    @ProvidesIntoSet
    EventDTOModule<? extends Event, ? extends EventDTO> created(Writers writers) {
        return writers.of(TasksSerializationModule.CREATED);
    }

    @ProvidesIntoSet
    EventDTOModule<? extends Event, ? extends EventDTO> started(Writers writers) {
        return writers.of(TasksSerializationModule.STARTED);
    }

    @ProvidesIntoSet
    EventDTOModule<? extends Event, ? extends EventDTO> updated(Writers writers) {
        return writers.of(TasksSerializationModule.UPDATED);
    }

    @ProvidesIntoSet
    EventDTOModule<? extends Event, ? extends EventDTO> completed(Writers writers) {
        return writers.of(TasksSerializationModule.COMPLETED);
    }

    @ProvidesIntoSet
    EventDTOModule<? extends Event, ? extends EventDTO> failed(Writers writers) {
        return writers.of(TasksSerializationModule.FAILED);
    }

    @ProvidesIntoSet
    EventDTOModule<? extends Event, ? extends EventDTO> cancelRequested(Writers writers) {
        return writers.of(TasksSerializationModule.CANCEL_REQUESTED);
    }

    @ProvidesIntoSet
    EventDTOModule<? extends Event, ? extends EventDTO> cancelled(Writers writers) {
        return writers.of(TasksSerializationModule.CANCELLED);
    }

    @Provides
    @Named(EventNestedTypes.EVENT_NESTED_TYPES_INJECTION_NAME)
    Set<DTOModule<?, ? extends DTO>> withinEvents(
            @Named(TaskModuleInjectionKeys.TASK_DTO)
                    Set<TaskDTOModule<? extends Task, ? extends TaskDTO>> tasks,
            @Named(TaskModuleInjectionKeys.ADDITIONAL_INFORMATION_DTO)
                    Set<
                                    AdditionalInformationDTOModule<
                                            ? extends AdditionalInformation,
                                            ? extends AdditionalInformationDTO>>
                            progress) {
        return ImmutableSet.<DTOModule<?, ? extends DTO>>builder()
                .addAll(tasks)
                .addAll(progress)
                .build();
    }

    /** What every kind of event needs to be written. */
    private static final class Writers {
        private final JsonTaskSerializer serializer;
        private final DTOConverter<AdditionalInformation, AdditionalInformationDTO> progress;
        private final DTOConverter<Task, TaskDTO> tasks;

        @Inject
        private Writers(
                JsonTaskSerializer serializer,
                DTOConverter<AdditionalInformation, AdditionalInformationDTO> progress,
                DTOConverter<Task, TaskDTO> tasks) {
            this.serializer = serializer;
            this.progress = progress;
            this.tasks = tasks;
        }

        EventDTOModule<? extends Event, ? extends EventDTO> of(
                TaskSerializationModuleFactory kind) {
            return kind.create(serializer, progress, tasks);
        }
    }
}

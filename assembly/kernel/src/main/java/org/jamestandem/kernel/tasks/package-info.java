/**
 * Long work that webadmin starts, watches, cancels and resumes.
 *
 * <p>A feature writes one {@link org.jamestandem.kernel.tasks.Work}, adds it with {@link
 * org.jamestandem.kernel.tasks.wiring.WorkModule}, and starts it from a route with {@link
 * org.jamestandem.kernel.tasks.Works}. James runs it as one of its own tasks: {@code GET /tasks/ID}
 * shows how far it is, {@code DELETE /tasks/ID} cancels it, {@code POST /tandem/tasks/ID/resume}
 * goes on where it stopped.
 */
package org.jamestandem.kernel.tasks;

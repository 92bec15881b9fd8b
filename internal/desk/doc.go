// Package desk is the application: what organizers, companies and programs may do with events, schedules, publications and
// what follows from them. The HTTP API and the pages both call it; neither touches the store or the solver itself.
package desk

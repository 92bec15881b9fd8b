package api

// The media types beside JSON.
const (
	mediaJSON    = "application/json"
	mediaProblem = "application/problem+json"
	mediaSSE     = "text/event-stream"
	mediaICS     = "text/calendar"
	mediaPDF     = "application/pdf"
	mediaXLSX    = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	mediaZIP     = "application/zip"
)

package api

// problemKinds are the words that the types of problems end in, in the order of their status. Each has its message
// "api.problem." and the word.
var problemKinds = []string{
	"malformed", "condition_malformed", // 400
	"unauthenticated",                                             // 401
	"forbidden",                                                   // 403
	"not_found", "no_path", "no_method", "not_acceptable", "slow", // 404, 405, 406, 408
	"exists", "busy", "unsolved", "no_schedule", "rules", // 409
	"stale", "too_large", "media", // 412, 413, 415
	"faults", "key_reused", // 422
	"condition_missing", "too_many", "gone_away", // 428, 429, 499
	"internal", "unavailable", "timeout", // 500, 503
}

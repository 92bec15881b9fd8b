package web

// zones are the time zones that a form suggests: those of the cities that delegations go to. Any other IANA name may be written.
var zones = []string{
	"Asia/Seoul", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Tokyo", "Asia/Ulaanbaatar", "Asia/Ho_Chi_Minh", "Asia/Bangkok", "Asia/Singapore",
	"Asia/Kuala_Lumpur", "Asia/Jakarta", "Asia/Manila", "Asia/Yangon", "Asia/Phnom_Penh", "Asia/Dhaka", "Asia/Kolkata", "Asia/Colombo", "Asia/Kathmandu",
	"Asia/Karachi", "Asia/Tashkent", "Asia/Almaty", "Asia/Bishkek", "Asia/Tehran", "Asia/Dubai", "Asia/Riyadh", "Asia/Qatar", "Asia/Kuwait", "Asia/Baghdad",
	"Asia/Jerusalem", "Asia/Amman", "Asia/Vladivostok", "Asia/Novosibirsk", "Asia/Yekaterinburg", "Europe/Moscow", "Europe/Istanbul", "Europe/Kyiv",
	"Europe/Belgrade", "Europe/Bucharest", "Europe/Sofia", "Europe/Athens", "Europe/Helsinki", "Europe/Warsaw", "Europe/Prague", "Europe/Budapest",
	"Europe/Vienna", "Europe/Berlin", "Europe/Zurich", "Europe/Rome", "Europe/Madrid", "Europe/Paris", "Europe/Amsterdam", "Europe/Stockholm", "Europe/Lisbon",
	"Europe/London", "Africa/Cairo", "Africa/Casablanca", "Africa/Lagos", "Africa/Nairobi", "Africa/Addis_Ababa", "Africa/Johannesburg", "America/New_York",
	"America/Chicago", "America/Denver", "America/Los_Angeles", "America/Toronto", "America/Vancouver", "America/Mexico_City", "America/Bogota", "America/Lima",
	"America/Santiago", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Australia/Sydney", "Australia/Perth", "Pacific/Auckland",
}

// countryCodes are the countries that a form suggests, by ISO 3166-1. Any other code may be written.
var countryCodes = []string{
	"KR", "CN", "HK", "TW", "JP", "MN", "VN", "TH", "SG", "MY", "ID", "PH", "MM", "KH", "LA", "BD", "IN", "LK", "NP", "PK", "UZ", "KZ", "KG", "TM", "TJ", "IR", "AE",
	"SA", "QA", "KW", "OM", "BH", "IQ", "IL", "JO", "RU", "BY", "UA", "TR", "GE", "AM", "AZ", "RS", "RO", "BG", "GR", "FI", "EE", "LV", "LT", "PL", "CZ", "SK", "HU",
	"AT", "DE", "CH", "IT", "ES", "FR", "NL", "BE", "SE", "NO", "DK", "PT", "IE", "GB", "EG", "MA", "DZ", "TN", "NG", "GH", "KE", "TZ", "ET", "ZA", "US", "CA", "MX",
	"PA", "CO", "PE", "EC", "CL", "BR", "AR", "UY", "AU", "NZ",
}

package event

// Faults of addresses on the web that are to be called.
const (
	CodeBadAddress          Code = "bad_address"
	CodeAddressWithPassword Code = "address_with_password"
	CodeAddressWithFragment Code = "address_with_fragment"
	CodePrivateAddress      Code = "private_address"
)

var addressMessages = map[Code]message{
	CodeBadAddress: {
		ko: phrase{"'{got}'은(는) 호출할 수 있는 주소가 아닙니다", "https://example.com/sangdam처럼 https:// 또는 http://로 시작하는 주소를 쓰십시오"},
		en: phrase{"'{got}' is no address that can be called", "write one that begins with https:// or http://, such as https://example.com/sangdam"},
		zh: phrase{"“{got}”不是可以调用的地址", "请填写以 https:// 或 http:// 开头的地址，例如 https://example.com/sangdam"},
		ru: phrase{"«{got}» — не адрес, который можно вызвать", "укажите адрес, начинающийся с https:// или http://, например https://example.com/sangdam"},
	},
	CodeAddressWithPassword: {
		ko: phrase{"주소에 사용자 이름이나 비밀번호가 들어 있습니다", "빼고 적으십시오. 호출이 진짜인지는 서명(Sangdam-Signature)으로 확인합니다"},
		en: phrase{"the address holds a user name or a password", "leave them out; a call proves by its signature (Sangdam-Signature) whom it is from"},
		zh: phrase{"地址中含有用户名或密码", "请删去；调用的真实性由签名（Sangdam-Signature）证明"},
		ru: phrase{"адрес содержит имя пользователя или пароль", "уберите их; подлинность вызова подтверждает подпись (Sangdam-Signature)"},
	},
	CodeAddressWithFragment: {
		ko: phrase{"'{got}'에 # 뒤의 부분이 있습니다", "# 앞까지만 적으십시오. 뒷부분은 서버에 전달되지 않습니다"},
		en: phrase{"'{got}' has a part behind a #", "leave it out; it never reaches a server"},
		zh: phrase{"“{got}”含有 # 之后的部分", "请只写 # 之前的部分；其后的内容不会发送到服务器"},
		ru: phrase{"в «{got}» есть часть после #", "уберите её: серверу она не передаётся"},
	},
	CodePrivateAddress: {
		ko: phrase{"'{got}'은(는) 인터넷에 공개되지 않은 주소입니다", "누구나 접속할 수 있는 주소를 쓰거나, 서버를 --private-webhooks로 시작하십시오"},
		en: phrase{"'{got}' is not public on the internet", "use an address that anybody can reach, or start the server with --private-webhooks"},
		zh: phrase{"“{got}”不是互联网上的公开地址", "请使用公开可访问的地址，或以 --private-webhooks 启动服务器"},
		ru: phrase{"«{got}» — адрес, недоступный из интернета", "укажите общедоступный адрес или запустите сервер с --private-webhooks"},
	},
}

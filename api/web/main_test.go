package web_test

import (
	"os"
	"testing"

	"sangdam/api/web/webtest"
)

func TestMain(m *testing.M) { os.Exit(webtest.Run(m)) }

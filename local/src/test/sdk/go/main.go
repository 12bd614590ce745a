// Posts events with the CloudEvents SDK for Go. Reads them from standard input, prints the status of each answer on a line of its own.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"

	cloudevents "github.com/cloudevents/sdk-go/v2"
	cehttp "github.com/cloudevents/sdk-go/v2/protocol/http"
)

type asked struct {
	URL    string `json:"url"`
	Token  string `json:"token"`
	Events []struct {
		Mode       string            `json:"mode"`
		ID         string            `json:"id"`
		Type       string            `json:"type"`
		Source     string            `json:"source"`
		Subject    string            `json:"subject"`
		Time       time.Time         `json:"time"`
		Extensions map[string]string `json:"extensions"`
		Data       map[string]any    `json:"data"`
	} `json:"events"`
}

func main() {
	var all asked
	must(json.NewDecoder(os.Stdin).Decode(&all))
	client, err := cloudevents.NewClientHTTP(cloudevents.WithTarget(all.URL),
		cehttp.WithHeader("authorization", "Bearer "+all.Token))
	must(err)
	for _, one := range all.Events {
		event := cloudevents.NewEvent()
		event.SetID(one.ID)
		event.SetType(one.Type)
		event.SetSource(one.Source)
		event.SetSubject(one.Subject)
		event.SetTime(one.Time)
		for name, value := range one.Extensions {
			event.SetExtension(name, value)
		}
		must(event.SetData(cloudevents.ApplicationJSON, one.Data))
		ctx := cloudevents.WithEncodingBinary(context.Background())
		if one.Mode == "structured" {
			ctx = cloudevents.WithEncodingStructured(context.Background())
		}
		var answer *cehttp.Result
		if result := client.Send(ctx, event); cloudevents.ResultAs(result, &answer) {
			fmt.Println(answer.StatusCode)
		} else if cloudevents.IsACK(result) {
			fmt.Println(http.StatusAccepted)
		} else {
			fmt.Println(result)
		}
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

# Uw eigen dag in één bericht, de avond ervoor of 's ochtends.
brief-tomorrow = Morgen: { BOLD($event) }.
brief-today = Vandaag: { BOLD($event) }.
brief-later = { BOLD($event) }.
brief-overlap = Om { $times } uur hebt u meer sessies tegelijk. Met /mijn kunt u kiezen.
brief-address = Adres: { $address }
brief-offer = U hebt nog niets gekozen. Volg een pijler of themagroep, dan krijgt u een bericht voordat die begint.
brief-settings = Dit bericht op een andere tijd, of niet meer: /instellingen.
